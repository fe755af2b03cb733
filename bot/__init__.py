"""The running program: composition, dispatcher, outbox, transports."""

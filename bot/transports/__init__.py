"""The platforms a bot may speak on, each kept behind `chat.transport.Transport`."""

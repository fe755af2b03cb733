"""Real servers that the suite starts for itself, on this machine only, and ends again.

They know how to start and stop a server. They must not import the application.
"""

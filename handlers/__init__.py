"""What people do: one module for each thing, and the list of all commands.

A handler reads its desk, asks the rules, changes the store and says words; it knows no platform.
"""

"""The rules of the fabrique: pure values and functions, with no input, output or clock."""

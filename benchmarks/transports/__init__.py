"""How fast a message is answered through each transport, beside a bare echo on the same library."""

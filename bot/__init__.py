"""The running program: composition, dispatcher, outbox, transports."""

import os

# Before numpy is loaded by whatever comes next: a question is one small product, and several
# threads that wait for each other answer it ten times more slowly.
for _library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

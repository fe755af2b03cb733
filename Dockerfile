FROM python:3.12-slim AS installed

WORKDIR /app
COPY requirements/ requirements/
# In two steps, so that nothing is fetched without its hash, build tools included; then they go.
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements/build.txt \
    && .venv/bin/pip install --no-cache-dir --require-hashes --no-build-isolation --use-pep517 \
        -r requirements/run.txt \
    && .venv/bin/pip uninstall --yes setuptools pip


FROM python:3.12-slim

ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    FABRIQUE_DATA=/var/lib/fabrique \
    FABRIQUE_DATABASE=sqlite:////var/lib/fabrique/fabrique.db

# A fixed number, so that whoever owns the volume and the secrets can be told.
RUN useradd --system --uid 10001 --home-dir /var/lib/fabrique --create-home fabrique
WORKDIR /app
COPY --from=installed /app/.venv .venv
COPY . .

USER fabrique
VOLUME /var/lib/fabrique
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=1m --timeout=20s --start-period=1m --retries=3 \
    CMD ["python", "-m", "bot", "check", "--quiet"]
# `exec`: the bot itself is told to stop, not a shell before it.
CMD ["sh", "-c", "python -m bot migrate && exec python -m bot run"]

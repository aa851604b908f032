"""The program's version, as logs, `--version` and reports name it."""

VERSION = "0.1.0"

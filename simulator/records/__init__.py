"""Sessions on disk: log files, resume, scratch logs, the folder of records."""

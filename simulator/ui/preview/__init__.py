"""The preview: a call in the window while its file is being written."""

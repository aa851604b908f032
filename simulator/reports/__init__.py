"""A debrief as text or JSON."""

"""What a session showed: evidence, ratings, process measures, critical errors, the debrief as one value."""

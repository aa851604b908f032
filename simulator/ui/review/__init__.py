"""The parts of the debrief: the course as a chart, one turn's story, what served and what did not, skills."""

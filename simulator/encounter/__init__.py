"""The simulation: state, the law, the pure step, the state machine around it, the course as values, replay."""

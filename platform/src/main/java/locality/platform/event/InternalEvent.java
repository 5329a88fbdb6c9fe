package locality.platform.event;

/// An event that stays in its service's own log.
public non-sealed interface InternalEvent extends Event {}

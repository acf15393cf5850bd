package godwit.architecture.violations.surprise;

/// Is in a package that nobody planned, and that is not null-marked.
public class InNoTable {}

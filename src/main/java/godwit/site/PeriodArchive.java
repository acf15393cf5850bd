package godwit.site;

/// Where the archive of a period is.
///
/// @param count how many articles it has
public record PeriodArchive(Period period, Address address, int count) {}

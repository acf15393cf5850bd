package godwit.config;

/// What there is for programs that read text, such as language models (`[llms]`).
///
/// @param list whether there is an `llms.txt`
/// @param articles how many articles that names at most; 0 for all
/// @param copies whether articles and pages have Markdown copies beside them
public record LlmsSettings(boolean list, int articles, boolean copies) {}

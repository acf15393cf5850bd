package godwit.site;

/// The files that Godwit adds to every site.
public enum OwnFile {
  ROBOTS("robots.txt"),
  NOT_FOUND("404.html");

  private final String path;

  OwnFile(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }
}

package godwit.content.highlight;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The languages that can be coloured, each with the names that authors write after a fence: those
/// of Linguist, Pygments, Chroma and highlight.js.
enum Language {
  ACTIONSCRIPT("actionscript as as3"),
  ASSEMBLER_6502("6502 asm6502 ca65"),
  ASSEMBLER_X86("asm assembly assembler nasm masm x86asm gas"),
  BATCH("bat batch batchfile cmd dos dosbatch winbatch"),
  BBCODE("bbcode"),
  C("c h"),
  CLOJURE("clojure clj cljs cljc edn"),
  CONSOLE("console shell-session shellsession sh-session bash-session terminal"),
  CPP("cpp c++ cc cxx hpp hh hxx h++ arduino ino cuda cu"),
  CSHARP("csharp cs c#"),
  CSS("css"),
  CSV("csv"),
  D("d dlang"),
  DART("dart"),
  DELPHI("delphi pascal pas objectpascal dpr"),
  DIFF("diff patch udiff"),
  DOCKERFILE("dockerfile docker containerfile"),
  DTD("dtd"),
  FORTRAN("fortran f90 f95 f03 f08"),
  FREEMARKER("freemarker ftl ftlh html+freemarker"),
  GO("go golang"),
  GROOVY("groovy gradle jenkinsfile"),
  HANDLEBARS("handlebars hbs mustache html+handlebars htmlbars"),
  HOSTS("hosts"),
  HTACCESS("apache apacheconf aconf htaccess"),
  HTML(
      "html htm xhtml vue svelte html+jinja html+django django jinja jinja2 twig "
          + "liquid html+twig"),
  INI("ini cfg dosini conf systemd desktop editorconfig gitconfig"),
  JAVA("java"),
  JAVASCRIPT("javascript js mjs cjs node ecmascript json5 hjson"),
  JSON("json geojson topojson webmanifest jsonl ndjson json-object"),
  JSON_WITH_COMMENTS("jsonc jshintrc"),
  JSP("jsp"),
  KOTLIN("kotlin kt kts"),
  LATEX("latex tex"),
  LESS("less scss sass"),
  LISP("lisp common-lisp commonlisp cl elisp emacs-lisp emacs scheme scm racket"),
  LUA("lua"),
  MAKEFILE("makefile make mk mf bsdmake gnumake"),
  MARKDOWN("markdown md gfm mkd commonmark"),
  MXML("mxml"),
  NSIS("nsis nsi nsh"),
  PERL("perl pl pm perl5"),
  PHP("php php3 php4 php5 php7 php8 html+php"),
  PROPERTIES("properties jproperties java-properties dotenv env"),
  PROTOBUF("protobuf proto proto3"),
  PYTHON("python py python3 py3 python2 pyi sage bazel starlark"),
  PYTHON_CONSOLE("pycon python-console"),
  RUBY("ruby rb gemfile rake"),
  RUST("rust rs"),
  SAS("sas"),
  SCALA("scala sc sbt"),
  SHELL("sh bash shell zsh ksh shell-script shellscript fish ash dash"),
  SQL("sql mysql postgresql postgres pgsql sqlite sqlite3 plsql plpgsql tsql t-sql mariadb"),
  TCL("tcl"),
  TEXT("text txt plain plaintext none nohighlight no-highlight raw output"),
  TOML("toml pipfile"),
  TYPESCRIPT("typescript ts tsx jsx mts cts"),
  VHDL("vhdl vhd"),
  VISUAL_BASIC("vb vbnet vb.net visual-basic visualbasic basic vba vbscript vbs"),
  XML("xml svg xsl xslt xsd rss atom plist wsdl pom mathml rdf docbook opml xul"),
  YAML("yaml yml");

  private static final Map<String, Language> BY_NAME = byName();

  private final String names;

  Language(String names) {
    this.names = names;
  }

  /// The language of this name, in any case, or null if there is none.
  static @Nullable Language named(String name) {
    Language language = BY_NAME.get(name);
    return language != null ? language : BY_NAME.get(name.toLowerCase(Locale.ROOT));
  }

  /// A new lexer for this code, at its beginning.
  Lexer lexer(String code) {
    return switch (this) {
      case CONSOLE -> ConsoleLexer.shell(code);
      case DIFF -> new DiffLexer(code);
      case FREEMARKER -> TokenMakers.lexer(HTML, Disguise.freeMarker(code));
      case PYTHON_CONSOLE -> ConsoleLexer.python(code);
      case TEXT -> new PlainLexer();
      case TOML -> new TomlLexer(code);
      default -> tokenMakerLexer(code);
    };
  }

  private TokenMakerLexer tokenMakerLexer(String code) {
    TokenMakerLexer lexer = TokenMakers.lexer(this, Disguise.of(this, code));
    // Few authors show the line without which all of it would be HTML.
    return this == PHP && !code.contains("<?") ? lexer.after("<?php") : lexer;
  }

  /// In lower case.
  String[] names() {
    return names.split(" ");
  }

  private static Map<String, Language> byName() {
    Map<String, Language> byName = new HashMap<>(512);
    for (Language language : values()) {
      for (String name : language.names()) {
        byName.put(name, language);
      }
    }
    return Map.copyOf(byName);
  }
}

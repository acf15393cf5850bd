package godwit.content.highlight;

import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.Assembler6502TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.AssemblerX86TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.BBCodeTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ClojureTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CsvTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DelphiTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DockerTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DtdTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.FortranTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HTMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HandlebarsTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HostsTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HtaccessTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.IniTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JSPTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LatexTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LispTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LuaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MakefileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MarkdownTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MxmlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PHPTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PropertiesFileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PythonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RubyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SASTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SQLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.UnixShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.VhdlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.VisualBasicTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.WindowsBatchTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.XMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.YamlTokenMaker;

/// Makes lexers of rsyntaxtextarea's token makers.
///
/// A token maker keeps state, some of it hidden, so each piece of code is given a new one, which
/// costs two microseconds.
final class TokenMakers {
  private TokenMakers() {}

  /// A new lexer; only the token maker of this language is loaded.
  ///
  /// @param text the code, as [TokenMakerLexer] takes it
  /// @throws IllegalArgumentException if the language is not one of rsyntaxtextarea's
  static TokenMakerLexer lexer(Language language, String text) {
    return switch (language) {
      case ACTIONSCRIPT -> lexer(new CStyleTokenMakers.ActionScript(), text);
      case ASSEMBLER_6502 -> lexer(new Assembler6502TokenMaker(), text);
      case ASSEMBLER_X86 -> lexer(new AssemblerX86TokenMaker(), text);
      case BATCH -> lexer(new WindowsBatchTokenMaker(), text);
      case BBCODE -> lexer(new BBCodeTokenMaker(), text);
      case C -> lexer(new CStyleTokenMakers.C(), text);
      case CLOJURE -> lexer(new ClojureTokenMaker(), text);
      case CPP -> lexer(new CStyleTokenMakers.CPlusPlus(), text);
      case CSHARP -> lexer(new CStyleTokenMakers.CSharp(), text);
      case CSS -> lexer(new CStyleTokenMakers.CSS(), text);
      case CSV -> lexer(new CsvTokenMaker(), text);
      case D -> lexer(new CStyleTokenMakers.D(), text);
      case DART -> lexer(new CStyleTokenMakers.Dart(), text);
      case DELPHI -> lexer(new DelphiTokenMaker(), text);
      case DOCKERFILE -> lexer(new DockerTokenMaker(), text);
      case DTD -> lexer(new DtdTokenMaker(), text);
      case FORTRAN -> lexer(new FortranTokenMaker(), text);
      case GO -> lexer(new CStyleTokenMakers.Go(), text);
      case GROOVY -> lexer(new CStyleTokenMakers.Groovy(), text);
      case HANDLEBARS -> lexer(new HandlebarsTokenMaker(), text);
      case HOSTS -> lexer(new HostsTokenMaker(), text);
      case HTACCESS -> lexer(new HtaccessTokenMaker(), text);
      case HTML -> lexer(new HTMLTokenMaker(), text);
      case INI -> lexer(new IniTokenMaker(), text);
      case JAVA -> lexer(new CStyleTokenMakers.Java(), text);
      case JAVASCRIPT -> lexer(new CStyleTokenMakers.JavaScript(), text);
      case JSON -> lexer(new CStyleTokenMakers.Json(), text);
      case JSON_WITH_COMMENTS -> lexer(new CStyleTokenMakers.Jshintrc(), text);
      case JSP -> lexer(new JSPTokenMaker(), text);
      case KOTLIN -> lexer(new CStyleTokenMakers.Kotlin(), text);
      case LATEX -> lexer(new LatexTokenMaker(), text);
      case LESS -> lexer(new CStyleTokenMakers.Less(), text);
      case LISP -> lexer(new LispTokenMaker(), text);
      case LUA -> lexer(new LuaTokenMaker(), text);
      case MAKEFILE -> lexer(new MakefileTokenMaker(), text);
      case MARKDOWN -> lexer(new MarkdownTokenMaker(), text);
      case MXML -> lexer(new MxmlTokenMaker(), text);
      case NSIS -> lexer(new CStyleTokenMakers.NSIS(), text);
      case PERL -> lexer(new CStyleTokenMakers.Perl(), text);
      case PHP -> lexer(new PHPTokenMaker(), text);
      case PROPERTIES -> lexer(new PropertiesFileTokenMaker(), text);
      case PROTOBUF -> lexer(new CStyleTokenMakers.Proto(), text);
      case PYTHON -> lexer(new PythonTokenMaker(), text);
      case RUBY -> lexer(new RubyTokenMaker(), text);
      case RUST -> lexer(new CStyleTokenMakers.Rust(), text);
      case SAS -> lexer(new SASTokenMaker(), text);
      case SCALA -> lexer(new CStyleTokenMakers.Scala(), text);
      case SHELL -> lexer(new UnixShellTokenMaker(), text);
      case SQL -> lexer(new SQLTokenMaker(), text);
      case TCL -> lexer(new CStyleTokenMakers.Tcl(), text);
      case TYPESCRIPT -> lexer(new CStyleTokenMakers.TypeScript(), text);
      case VHDL -> lexer(new VhdlTokenMaker(), text);
      case VISUAL_BASIC -> lexer(new VisualBasicTokenMaker(), text);
      case XML -> lexer(new XMLTokenMaker(), text);
      case YAML -> lexer(new YamlTokenMaker(), text);
      case CONSOLE, DIFF, FREEMARKER, PYTHON_CONSOLE, TEXT, TOML ->
          throw new IllegalArgumentException("no token maker for " + language);
    };
  }

  /// Not written out above: where the branches meet, the verifier would have to load every token
  /// maker to know that it is one.
  private static TokenMakerLexer lexer(TokenMaker tokenMaker, String text) {
    return new TokenMakerLexer(tokenMaker, text);
  }
}

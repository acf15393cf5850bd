package godwit.content.highlight;

import javax.swing.Action;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ActionScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.Assembler6502TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.AssemblerX86TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.BBCodeTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CPlusPlusTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSSTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSharpTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ClojureTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CsvTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DartTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DelphiTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DockerTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DtdTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.FortranTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GroovyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HTMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HandlebarsTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HostsTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HtaccessTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.IniTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JSPTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JshintrcTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JsonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.KotlinTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LatexTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LessTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LispTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LuaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MakefileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MarkdownTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MxmlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.NSISTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PHPTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PerlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PropertiesFileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ProtoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PythonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RubyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RustTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SASTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SQLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ScalaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TclTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TypeScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.UnixShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.VhdlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.VisualBasicTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.WindowsBatchTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.XMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.YamlTokenMaker;
import org.jspecify.annotations.Nullable;

/// Makes rsyntaxtextarea's token makers.
///
/// They keep state, some of it hidden, so each piece of code is given a new one: two microseconds.
/// Those of the C family make a Swing action for the Enter key of an editor. It is left out, and
/// with it some fifteen classes of AWT and Swing and ten milliseconds of start-up.
final class TokenMakers {
  private TokenMakers() {}

  /// A new token maker; only the class of this language is loaded.
  ///
  /// @throws IllegalArgumentException if the language is not one of rsyntaxtextarea's
  static TokenMaker create(Language language) {
    return switch (language) {
      case ACTIONSCRIPT ->
          new ActionScriptTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case ASSEMBLER_6502 -> new Assembler6502TokenMaker();
      case ASSEMBLER_X86 -> new AssemblerX86TokenMaker();
      case BATCH -> new WindowsBatchTokenMaker();
      case BBCODE -> new BBCodeTokenMaker();
      case C ->
          new CTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case CLOJURE -> new ClojureTokenMaker();
      case CPP ->
          new CPlusPlusTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case CSHARP ->
          new CSharpTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case CSS ->
          new CSSTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case CSV -> new CsvTokenMaker();
      case D ->
          new DTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case DART ->
          new DartTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case DELPHI -> new DelphiTokenMaker();
      case DOCKERFILE -> new DockerTokenMaker();
      case DTD -> new DtdTokenMaker();
      case FORTRAN -> new FortranTokenMaker();
      case GO ->
          new GoTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case GROOVY ->
          new GroovyTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case HANDLEBARS -> new HandlebarsTokenMaker();
      case HOSTS -> new HostsTokenMaker();
      case HTACCESS -> new HtaccessTokenMaker();
      case HTML -> new HTMLTokenMaker();
      case INI -> new IniTokenMaker();
      case JAVA ->
          new JavaTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case JAVASCRIPT ->
          new JavaScriptTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case JSON ->
          new JsonTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case JSON_WITH_COMMENTS ->
          new JshintrcTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case JSP -> new JSPTokenMaker();
      case KOTLIN ->
          new KotlinTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case LATEX -> new LatexTokenMaker();
      case LESS ->
          new LessTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case LISP -> new LispTokenMaker();
      case LUA -> new LuaTokenMaker();
      case MAKEFILE -> new MakefileTokenMaker();
      case MARKDOWN -> new MarkdownTokenMaker();
      case MXML -> new MxmlTokenMaker();
      case NSIS ->
          new NSISTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case PERL ->
          new PerlTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case PHP -> new PHPTokenMaker();
      case PROPERTIES -> new PropertiesFileTokenMaker();
      case PROTOBUF ->
          new ProtoTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case PYTHON -> new PythonTokenMaker();
      case RUBY -> new RubyTokenMaker();
      case RUST ->
          new RustTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case SAS -> new SASTokenMaker();
      case SCALA ->
          new ScalaTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case SHELL -> new UnixShellTokenMaker();
      case SQL -> new SQLTokenMaker();
      case TCL ->
          new TclTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case TYPESCRIPT ->
          new TypeScriptTokenMaker() {
            @Override
            protected @Nullable Action createInsertBreakAction() {
              return null;
            }
          };
      case VHDL -> new VhdlTokenMaker();
      case VISUAL_BASIC -> new VisualBasicTokenMaker();
      case XML -> new XMLTokenMaker();
      case YAML -> new YamlTokenMaker();
      case CONSOLE, DIFF, FREEMARKER, PYTHON_CONSOLE, TEXT, TOML ->
          throw new IllegalArgumentException("no token maker for " + language);
    };
  }
}

package godwit.content.highlight;

import javax.swing.Action;
import org.fife.ui.rsyntaxtextarea.modes.ActionScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CPlusPlusTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSSTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSharpTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DartTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GroovyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JshintrcTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JsonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.KotlinTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LessTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.NSISTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PerlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ProtoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RustTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ScalaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TclTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TypeScriptTokenMaker;
import org.jspecify.annotations.Nullable;

/// The token makers of the C family without the Swing action that they make for the Enter key of an
/// editor: some fifteen classes of AWT and Swing less to load, which is ten milliseconds.
final class CStyleTokenMakers {
  private CStyleTokenMakers() {}

  static final class ActionScript extends ActionScriptTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class C extends CTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class CPlusPlus extends CPlusPlusTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class CSS extends CSSTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class CSharp extends CSharpTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class D extends DTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Dart extends DartTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Go extends GoTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Groovy extends GroovyTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Java extends JavaTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class JavaScript extends JavaScriptTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Jshintrc extends JshintrcTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Json extends JsonTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Kotlin extends KotlinTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Less extends LessTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class NSIS extends NSISTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Perl extends PerlTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Proto extends ProtoTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Rust extends RustTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Scala extends ScalaTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class Tcl extends TclTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }

  static final class TypeScript extends TypeScriptTokenMaker {
    @Override
    protected @Nullable Action createInsertBreakAction() {
      return null;
    }
  }
}

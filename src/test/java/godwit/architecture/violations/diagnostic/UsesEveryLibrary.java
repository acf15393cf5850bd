package godwit.architecture.violations.diagnostic;

import com.github.difflib.patch.Patch;
import freemarker.template.Template;
import io.avaje.json.JsonWriter;
import io.methvin.watcher.DirectoryWatcher;
import java.lang.foreign.Arena;
import javax.swing.text.Segment;
import net.gcardone.junidecode.Junidecode;
import org.commonmark.node.Node;
import org.eclipse.jetty.server.Server;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.jsoup.nodes.Document;
import org.slf4j.Logger;
import org.snakeyaml.engine.v2.api.Load;
import org.tomlj.TomlTable;
import picocli.CommandLine;

/// Has every library in a package that has none.
class UsesEveryLibrary {
  Node commonmark;
  Segment swing;
  TokenMaker rsyntaxtextarea;
  Load snakeyaml;
  TomlTable tomlj;
  Template freemarker;
  Arena foreignFunctions;
  JsonWriter avaje;
  CommandLine picocli;
  Patch<String> difflib;
  Server jetty;
  DirectoryWatcher directoryWatcher;
  Logger slf4j;
  Document withoutHome;

  String slug(String text) {
    return Junidecode.unidecode(text);
  }
}

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileBuilder;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies a jar and gives its oldest classes a newer version, with the stack maps that asks for.
///
/// The JVM's AOT cache leaves out classes from before Java 6, whose verification cannot be done
/// ahead. picocli's are such, and they are most of what a start of Godwit loads: with this step it
/// takes a third less.
///
///     java ModernJar.java IN.jar OUT.jar
final class ModernJar {
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

  /// Rewrites the code too: only then are the stack maps made.
  private static final ClassTransform MODERN =
      ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
          .andThen(ModernJar::withVersion);

  public static void main(String[] arguments) throws IOException {
    Path in = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    Path unfinished = Path.of(arguments[1] + ".part");
    try (var libraries = new URLClassLoader(new URL[] {in.toUri().toURL()});
        var source = new ZipFile(in.toFile());
        var copy =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
      var hierarchy = ClassHierarchyResolver.ofResourceParsing(libraries);
      var compiler = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
      for (ZipEntry entry : Collections.list(source.entries())) {
        byte[] bytes = source.getInputStream(entry).readAllBytes();
        var target = new ZipEntry(entry);
        target.setCompressedSize(-1); // the copy's own is not known yet
        if (isOldClass(entry.getName(), bytes)) {
          bytes = compiler.transformClass(compiler.parse(bytes), MODERN);
          target = new ZipEntry(entry.getName());
          target.setTime(entry.getTime());
        }
        copy.putNextEntry(target);
        copy.write(bytes);
        copy.closeEntry();
      }
    }
    // A Godwit that runs from the old jar keeps it; one that starts now finds a whole one.
    Files.move(unfinished, out, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isOldClass(String name, byte[] bytes) {
    return name.endsWith(".class")
        && ((bytes[6] & 0xFF) << 8 | (bytes[7] & 0xFF)) < FIRST_WITH_STACK_MAPS;
  }

  private static void withVersion(ClassFileBuilder<ClassElement, ?> builder, ClassElement element) {
    builder.with(
        element instanceof ClassFileVersion
            ? ClassFileVersion.of(ClassFile.JAVA_17_VERSION, 0)
            : element);
  }
}

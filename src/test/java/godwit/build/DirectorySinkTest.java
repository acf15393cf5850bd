package godwit.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySinkTest {
  private static final int THREADS = 8;

  @TempDir Path directory;

  @Test
  void takesTheFirstFilesOfADirectoryFromSeveralThreadsAtOnce() throws Exception {
    try (DirectorySink sink = DirectorySink.open(directory.resolve("out"));
        ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
      for (int round = 0; round < 500; round++) {
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        String folder = "a" + round + "/b/c/";
        List<Callable<Path>> writes =
            IntStream.range(0, THREADS)
                .<Callable<Path>>mapToObj(
                    thread ->
                        () -> {
                          barrier.await();
                          return write(sink, folder + thread);
                        })
                .toList();
        for (Future<Path> written : executor.invokeAll(writes)) {
          assertThat(written.get()).hasContent("x");
        }
      }
    }
  }

  @Test
  void removesWhatItMadeWhateverEndsTheBuild() throws IOException {
    Files.createDirectory(directory.resolve("there"));
    Path out = directory.resolve("there/new/out");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> {
              try (DirectorySink sink = DirectorySink.open(out)) {
                sink.write(
                    new OutputFile(new OutputPath("a/b"), OutputFile.Kind.FILE, "b"), new byte[1]);
                throw new IllegalStateException("the disk is full");
              }
            });

    assertThat(directory.resolve("there")).isEmptyDirectory();
  }

  private Path write(DirectorySink sink, String path) throws IOException {
    sink.write(new OutputFile(new OutputPath(path), OutputFile.Kind.FILE, path), new byte[] {'x'});
    Path file = directory.resolve("out").resolve(path);
    assertThat(Files.size(file)).isOne();
    return file;
  }
}

package godwit.importer.python;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/// A list that does not change, and of which a longer one costs only what it has more: thousands of
/// lines may add to one list. For one thread.
final class GrowingList<E> extends AbstractList<E> implements RandomAccess {
  /// Also holds the elements of the lists that were made of this one.
  private final List<E> shared;

  private final int size;

  private GrowingList(List<E> shared) {
    this.shared = shared;
    this.size = shared.size();
  }

  /// The elements of both. What is known of `first` stays as it is.
  static <E> List<E> of(List<E> first, List<E> second) {
    List<E> shared =
        first instanceof GrowingList<E> list && list.shared.size() == list.size
            ? list.shared
            : new ArrayList<>(first);
    shared.addAll(second);
    return new GrowingList<>(shared);
  }

  @Override
  public E get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return shared.get(index);
  }

  @Override
  public int size() {
    return size;
  }
}

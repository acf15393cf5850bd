package godwit.render;

import freemarker.template.TemplateModel;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A list as templates see it. Its items are made when they are asked for.
final class ListModel<T> implements TemplateSequenceModel {
  private final List<T> items;
  private final Function<? super T, ? extends TemplateModel> model;

  ListModel(List<T> items, Function<? super T, ? extends TemplateModel> model) {
    this.items = items;
    this.model = model;
  }

  @Override
  public @Nullable TemplateModel get(int index) {
    return index < 0 || index >= items.size() ? null : model.apply(items.get(index));
  }

  @Override
  public int size() {
    return items.size();
  }
}

using System.Collections;
using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Optimizers;
using KerasSharp.Regularizers;

namespace KerasSharp.Saving;

/// <summary>
/// Classes of one's own by their names in a file, for one loading: <c>new CustomObjects { { "MyLayer", config =&gt; new MyLayer() } }</c>. What every
/// layer has (name, trainable, dtype) is read for it. <see cref="KerasObjects.Register{T}"/> makes classes known for good.
/// </summary>
public sealed class CustomObjects : IEnumerable<string>
{
    private readonly Dictionary<(Type Kind, string Name), Func<Config, object>> factories = [];

    [ThreadStatic]
    private static CustomObjects? current;

    /// <summary>Those of the loading that goes on on this thread.</summary>
    internal static CustomObjects? Current => current;

    /// <summary>All names.</summary>
    internal IEnumerable<string> Names => factories.Keys.Select(key => key.Name);

    /// <summary>Adds a layer.</summary>
    /// <param name="name">Its class name, or the name it is registered under.</param>
    /// <param name="create">Makes it from its config.</param>
    public void Add(string name, Func<Config, Layer> create) => factories[(typeof(Layer), name)] = KerasObjects.Restoring(create);

    /// <summary>Adds a loss.</summary>
    /// <inheritdoc cref="Add(string, Func{Config, Layer})"/>
    public void Add(string name, Func<Config, Loss> create) => factories[(typeof(Loss), name)] = create;

    /// <summary>Adds a metric.</summary>
    /// <inheritdoc cref="Add(string, Func{Config, Layer})"/>
    public void Add(string name, Func<Config, Metric> create) => factories[(typeof(Metric), name)] = create;

    /// <summary>Adds an optimizer.</summary>
    /// <inheritdoc cref="Add(string, Func{Config, Layer})"/>
    public void Add(string name, Func<Config, Optimizer> create) => factories[(typeof(Optimizer), name)] = create;

    /// <summary>Adds an initializer.</summary>
    /// <inheritdoc cref="Add(string, Func{Config, Layer})"/>
    public void Add(string name, Func<Config, Initializer> create) => factories[(typeof(Initializer), name)] = create;

    /// <summary>Adds a regularizer.</summary>
    /// <inheritdoc cref="Add(string, Func{Config, Layer})"/>
    public void Add(string name, Func<Config, Regularizer> create) => factories[(typeof(Regularizer), name)] = create;

    /// <summary>Adds a constraint.</summary>
    /// <inheritdoc cref="Add(string, Func{Config, Layer})"/>
    public void Add(string name, Func<Config, Constraint> create) => factories[(typeof(Constraint), name)] = create;

    /// <summary>Adds an activation.</summary>
    /// <param name="name">The function's name in the file.</param>
    /// <param name="activation">The function.</param>
    public void Add(string name, Func<Tensor, Tensor> activation)
    {
        var named = new ActivationFunction(activation, name);
        factories[(typeof(ActivationFunction), name)] = _ => named;
    }

    /// <summary>Makes them known on this thread until the result is disposed.</summary>
    internal static IDisposable Use(CustomObjects? objects) => new Scope(objects);

    /// <summary>The names of a kind.</summary>
    internal IEnumerable<string> NamesOf(Type kind) => factories.Keys.Where(key => key.Kind == kind).Select(key => key.Name);

    /// <summary>What makes an object; null where the name is none of these.</summary>
    internal Func<Config, object>? Find(Type kind, string name) => factories.GetValueOrDefault((kind, name));

    /// <summary>The names.</summary>
    public IEnumerator<string> GetEnumerator() => Names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Scope : IDisposable
    {
        private readonly CustomObjects? outer = current;

        public Scope(CustomObjects? objects) => current = objects ?? outer;

        public void Dispose() => current = outer;
    }
}

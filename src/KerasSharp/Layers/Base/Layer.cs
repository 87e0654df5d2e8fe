using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// A function of tensors with weights of its own. A layer of one's own derives from this class and overrides <see cref="Call(Tensor, CallContext)"/>,
/// and <see cref="Build(Shape)"/> where it has weights. What every layer can do (names, freezing, regularizers, constraints, masks,
/// input checks) is here, not in the layers.
/// </summary>
public abstract partial class Layer : IKerasObject
{
    private string name;
    private DType dtype = DType.Float32;
    private Shape? inputShape;
    private int? batchSize;
    private Regularizer? activityRegularizer;

    /// <summary>A layer of the given name; without one it is named after its class: <c>dense</c>, <c>dense_1</c>, …</summary>
    /// <exception cref="ArgumentException">The name is empty or contains a slash, which separates the names in weight paths.</exception>
    protected Layer(string? name = null) =>
        // A name from a file is taken as it is: Keras 2 allowed slashes.
        this.name = name is null ? LayerNaming.TakePending() ?? LayerNaming.Next(ClassName) : CheckName(name);

    /// <summary>The name, unique within a model.</summary>
    public string Name
    {
        get => name;
        init => name = CheckName(value);
    }

    /// <summary>Keras's name of the class, which files and <c>Summary</c> show.</summary>
    public virtual string ClassName => GetType().Name;

    /// <summary>The Python module of the class in files.</summary>
    public virtual string Module => "keras.layers";

    /// <summary>The type that floating-point inputs are converted to and that weights have; float32 by default.</summary>
    public DType DType
    {
        get => dtype;
        init => dtype = value;
    }

    /// <summary>
    /// The shape of one sample, for the first layer of a <see cref="Sequential"/>: <c>new Dense(64) { InputShape = [784] }</c>. Null by
    /// default: the model is then built by its first data.
    /// </summary>
    public Shape? InputShape
    {
        get => inputShape;
        init => inputShape = value;
    }

    /// <summary>The batch size where it is fixed, for the first layer of a <see cref="Sequential"/> with <see cref="InputShape"/>.</summary>
    public int? BatchSize
    {
        get => batchSize;
        init => batchSize = value;
    }

    /// <summary>A penalty on what the layer puts out, divided by the batch size and added to the loss; none by default.</summary>
    public Regularizer? ActivityRegularizer
    {
        get => activityRegularizer;
        init => activityRegularizer = value;
    }

    /// <summary>
    /// The constructor's arguments under Keras's names. A derived class adds its own to what the base gives:
    /// <c>base.GetConfig().With(new Config { … })</c>.
    /// </summary>
    public virtual Config GetConfig()
    {
        var config = new Config
        {
            ["name"] = Name,
            ["trainable"] = Trainable,
            ["dtype"] = DTypePolicy(DType),
        };
        if (ActivityRegularizer is not null)
            config["activity_regularizer"] = ActivityRegularizer;
        return config;
    }

    /// <inheritdoc/>
    public override string ToString() => $"<{ClassName} {Name}>";

    private static string CheckName(string name) =>
        name.Length > 0 && !name.Contains('/')
            ? name
            : throw new ArgumentException($"'{name}' cannot be a layer's name: it must not be empty or contain '/'.", nameof(name));

    private static Config DTypePolicy(DType dtype) =>
        new()
        {
            ["module"] = "keras",
            ["class_name"] = "DTypePolicy",
            ["config"] = new Config { ["name"] = dtype },
            ["registered_name"] = null,
        };
}

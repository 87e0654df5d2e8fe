using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Runtime;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>A function within a loaded graph: from some of its tensors to others.</summary>
internal sealed class GraphCall
{
    private readonly GraphSession session;
    private readonly GraphEndpoint[] inputs;
    private readonly GraphOutput[] feeds;
    private readonly GraphOutput[] fetches;
    private readonly string what;
    private readonly RankCheck? ranks;

    /// <summary>Prepares the function.</summary>
    /// <param name="session">What runs it.</param>
    /// <param name="inputs">What it takes.</param>
    /// <param name="outputs">What it gives.</param>
    /// <param name="what">Its description for errors.</param>
    /// <param name="definition">The whole graph, by which inputs are checked that it tells nothing about; null to leave that to TensorFlow.</param>
    /// <exception cref="NotSupportedException">An input or output has a type that values cannot have.</exception>
    public GraphCall(GraphSession session, GraphEndpoint[] inputs, GraphEndpoint[] outputs, string what, GraphDef? definition = null)
    {
        (this.session, this.inputs, this.what) = (session, inputs, what);
        foreach (var end in inputs.Concat(outputs))
            if (!HasValues(end.Spec.DType))
                throw new NotSupportedException(
                    $"{what}: '{end.Spec.Name}' has TensorFlow's type {end.Spec.DType}, of which there are no values outside the graph."
                );
        feeds = Array.ConvertAll(inputs, input => input.Output);
        fetches = Array.ConvertAll(outputs, output => output.Output);
        Inputs = Array.ConvertAll(inputs, input => input.Spec);
        Outputs = Array.ConvertAll(outputs, output => output.Spec);
        ranks = definition is null ? null : RankCheck.Of(definition, Inputs, what);
    }

    /// <summary>What it takes, in order.</summary>
    public IReadOnlyList<TensorSpec> Inputs { get; }

    /// <summary>What it gives, in order.</summary>
    public IReadOnlyList<TensorSpec> Outputs { get; }

    /// <summary>Whether there are values of a type outside the graph: not of handles, nor of types that only TensorFlow has.</summary>
    public static bool HasValues(DType dtype) => Enum.IsDefined(dtype) && dtype != DType.Resource;

    /// <summary>Runs it with values by name.</summary>
    /// <exception cref="ArgumentException">A name is unknown, missing or there twice, or a value does not fit.</exception>
    public TensorResults Run(IReadOnlyList<(string Name, object Value)> values)
    {
        var ordered = new object?[inputs.Length];
        foreach (var (name, value) in values)
        {
            int index = Array.FindIndex(inputs, input => input.Spec.Name == name);
            if (index < 0)
                throw new ArgumentException($"{what} has no input '{name}'. Its inputs are: {Describe()}.");
            if (ordered[index] is not null)
                throw new ArgumentException($"{what}: input '{name}' was given twice.");
            ordered[index] = value ?? throw new ArgumentException($"{what}: the value of input '{name}' is null.");
        }
        int missing = Array.IndexOf(ordered, null);
        if (missing >= 0)
            throw new ArgumentException($"{what}: input '{inputs[missing].Spec.Name}' is missing. Its inputs are: {Describe()}.");
        return Run(ordered);
    }

    /// <summary>Runs it with values in the order of the inputs.</summary>
    /// <exception cref="ArgumentException">Their number is wrong, or a value does not fit.</exception>
    public TensorResults Run(object?[] values)
    {
        if (values.Length != inputs.Length)
            throw new ArgumentException($"{what} has {inputs.Length} inputs ({Describe()}); {values.Length} values came.");
        var (given, computed) = (new List<TensorHandle>(), Array.Empty<TensorHandle>());
        try
        {
            for (int i = 0; i < values.Length; i++)
                given.Add(TensorConversion.Convert(values[i], inputs[i].Spec));
            ranks?.Check(Inputs, [.. given.Select(tensor => HostTensors.ShapeOf(tensor.DangerousGetHandle()))]);
            computed = session.Run(feeds, [.. given], fetches, what);
            return new TensorResults([.. Outputs.Select(output => output.Name)], computed);
        }
        finally
        {
            foreach (var tensor in given.Concat(computed))
                tensor.Dispose();
        }
    }

    private string Describe() => string.Join("; ", Inputs);
}

using System.Globalization;
using System.Runtime.InteropServices;
using KerasSharp.Engines.TensorFlow.Native;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>The tensors of a loaded graph, by their names or by their places.</summary>
/// <param name="graph">The graph.</param>
/// <param name="source">The file, for errors.</param>
internal sealed unsafe class GraphEndpoints(GraphHandle graph, string source)
{
    /// <summary>The placeholders, in the graph's order.</summary>
    public GraphEndpoint[] Placeholders() =>
        [
            .. Operations()
                .Where(operation => Text(TF_OperationOpType(operation)) == "Placeholder")
                .Select(operation => At(new GraphOutput(operation, 0), Text(TF_OperationName(operation)))),
        ];

    /// <summary>What nobody consumes, in the graph's order: all outputs of the operations that compute something of which nothing is used.</summary>
    public GraphEndpoint[] Results() =>
        [.. Operations().Where(IsResult).SelectMany(Outputs).Where(end => GraphCall.HasValues(end.Spec.DType))];

    /// <summary>The tensor of a name such as <c>x</c>, <c>x:0</c> or <c>split:1</c>.</summary>
    /// <exception cref="ArgumentException">The graph has none; the message lists what it has.</exception>
    /// <exception cref="NotSupportedException">Its type is none of ours.</exception>
    public GraphEndpoint Find(string name)
    {
        int colon = name.LastIndexOf(':');
        int index = 0;
        bool isName = colon < 0 || int.TryParse(name.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out index);
        nint operation = isName ? TF_GraphOperationByName(graph, colon < 0 ? name : name[..colon]) : 0;
        if (operation == 0 || index >= TF_OperationNumOutputs(operation))
            throw new ArgumentException(
                $"'{source}' has no tensor '{name}'. Its placeholders are: {List(Placeholders())}. What it computes: {List(Results())}."
            );
        return At(new GraphOutput(operation, index), name);
    }

    private static bool IsResult(nint operation)
    {
        int count = TF_OperationNumOutputs(operation);
        for (int i = 0; i < count; i++)
            if (TF_OperationOutputNumConsumers(new GraphOutput(operation, i)) > 0)
                return false;
        return count > 0 && Text(TF_OperationOpType(operation)) is not ("Placeholder" or "PlaceholderWithDefault" or "Const");
    }

    private IEnumerable<GraphEndpoint> Outputs(nint operation)
    {
        var name = Text(TF_OperationName(operation));
        int count = TF_OperationNumOutputs(operation);
        return Enumerable.Range(0, count).Select(i => At(new GraphOutput(operation, i), count == 1 ? name : $"{name}:{i}"));
    }

    private GraphEndpoint At(GraphOutput output, string name) =>
        new(new TensorSpec(name, (DType)TF_OperationOutputType(output), ShapeOf(output)), output);

    private Shape ShapeOf(GraphOutput output)
    {
        var status = StatusHandle.OfThread;
        int rank = TF_GraphGetTensorNumDims(graph, output, status);
        if (rank < 0)
            return Shape.Unknown;
        var lengths = new long[rank];
        fixed (long* dims = lengths)
            TF_GraphGetTensorShape(graph, output, dims, rank, status);
        status.Check($"the shape of a tensor in '{source}'");
        return Shape.Of(lengths);
    }

    private List<nint> Operations()
    {
        var operations = new List<nint>();
        nuint position = 0;
        while (TF_GraphNextOperation(graph, ref position) is not 0 and var operation)
            operations.Add(operation);
        return operations;
    }

    private static string List(GraphEndpoint[] ends) =>
        ends.Length == 0 ? "none" : string.Join(", ", ends.Select(end => $"'{end.Spec.Name}'"));

    private static string Text(nint native) => Marshal.PtrToStringUTF8(native) ?? "";
}

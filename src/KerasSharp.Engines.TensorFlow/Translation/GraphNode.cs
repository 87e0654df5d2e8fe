using System.Runtime.InteropServices;
using System.Text;
using KerasSharp.Engines.TensorFlow.Native;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Translation;

/// <summary>An operation while it is added to a TensorFlow graph: inputs and attributes, then <see cref="Finish"/>.</summary>
internal readonly unsafe ref struct GraphNode
{
    private readonly nint description;
    private readonly string type;
    private readonly string name;

    /// <summary>Begins an operation.</summary>
    /// <param name="graph">Where it is added.</param>
    /// <param name="type">TensorFlow's name of the op.</param>
    /// <param name="name">A name that no other operation of the graph has.</param>
    public GraphNode(GraphHandle graph, string type, string name)
    {
        (this.type, this.name) = (type, name);
        description = TF_NewOperation(graph, type, name);
    }

    public GraphNode Input(GraphOutput input)
    {
        TF_AddInput(description, input);
        return this;
    }

    public GraphNode Inputs(ReadOnlySpan<GraphOutput> inputs)
    {
        fixed (GraphOutput* first = inputs)
            TF_AddInputList(description, first, inputs.Length);
        return this;
    }

    /// <summary>Lets the operation run after another one.</summary>
    public GraphNode After(nint operation)
    {
        TF_AddControlInput(description, operation);
        return this;
    }

    public GraphNode With(string attribute, long value)
    {
        TF_SetAttrInt(description, attribute, value);
        return this;
    }

    public GraphNode With(string attribute, bool value)
    {
        TF_SetAttrBool(description, attribute, value ? (byte)1 : (byte)0);
        return this;
    }

    public GraphNode With(string attribute, double value)
    {
        TF_SetAttrFloat(description, attribute, (float)value);
        return this;
    }

    /// <summary>Sets a type that may be one that only TensorFlow knows.</summary>
    public GraphNode WithType(string attribute, int type)
    {
        TF_SetAttrType(description, attribute, type);
        return this;
    }

    public GraphNode With(string attribute, DType value) => WithType(attribute, (int)value);

    public GraphNode WithTypes(string attribute, ReadOnlySpan<int> types)
    {
        fixed (int* first = types)
            TF_SetAttrTypeList(description, attribute, first, types.Length);
        return this;
    }

    public GraphNode With(string attribute, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        fixed (byte* first = bytes)
            TF_SetAttrString(description, attribute, first, (nuint)bytes.Length);
        return this;
    }

    public GraphNode With(string attribute, Shape value)
    {
        fixed (long* dims = value.HasRank ? value.ToArray() : null)
            TF_SetAttrShape(description, attribute, dims, value.HasRank ? value.Rank : -1);
        return this;
    }

    public GraphNode With(string attribute, TensorHandle value)
    {
        var status = StatusHandle.OfThread;
        TF_SetAttrTensor(description, attribute, value, status);
        status.Check($"{name}: attribute '{attribute}' of {type}");
        return this;
    }

    public GraphNode With(string attribute, long[] values)
    {
        fixed (long* first = values)
            TF_SetAttrIntList(description, attribute, first, values.Length);
        return this;
    }

    public GraphNode With(string attribute, double[] values)
    {
        fixed (float* first = Array.ConvertAll(values, value => (float)value))
            TF_SetAttrFloatList(description, attribute, first, values.Length);
        return this;
    }

    public GraphNode With(string attribute, bool[] values)
    {
        fixed (byte* first = Array.ConvertAll(values, value => value ? (byte)1 : (byte)0))
            TF_SetAttrBoolList(description, attribute, first, values.Length);
        return this;
    }

    public GraphNode With(string attribute, string[] values)
    {
        var native = Array.ConvertAll(values, Marshal.StringToCoTaskMemUTF8);
        var lengths = Array.ConvertAll(values, value => (nuint)Encoding.UTF8.GetByteCount(value));
        fixed (nint* first = native)
        fixed (nuint* length = lengths)
            TF_SetAttrStringList(description, attribute, (byte**)first, length, values.Length);
        Array.ForEach(native, Marshal.FreeCoTaskMem);
        return this;
    }

    public GraphNode With(string attribute, Shape[] values)
    {
        var pins = values.Select(value => GCHandle.Alloc(value.HasRank ? value.ToArray() : [], GCHandleType.Pinned)).ToArray();
        var ranks = Array.ConvertAll(values, value => value.HasRank ? value.Rank : -1);
        fixed (nint* dims = Array.ConvertAll(pins, pin => pin.AddrOfPinnedObject()))
        fixed (int* rank = ranks)
            TF_SetAttrShapeList(description, attribute, (long**)dims, rank, values.Length);
        Array.ForEach(pins, pin => pin.Free());
        return this;
    }

    /// <summary>Sets a function by its name.</summary>
    public GraphNode WithFunction(string attribute, string function)
    {
        var bytes = Encoding.UTF8.GetBytes(function);
        fixed (byte* first = bytes)
            TF_SetAttrFuncName(description, attribute, first, (nuint)bytes.Length);
        return this;
    }

    /// <summary>Adds the operation to the graph.</summary>
    /// <returns>The native operation.</returns>
    /// <exception cref="TensorFlowException">The library has no such op, or inputs and attributes do not fit it.</exception>
    public nint Finish()
    {
        var status = StatusHandle.OfThread;
        nint operation = TF_FinishOperation(description, status);
        status.Check($"{name} (op {type})");
        return operation;
    }
}

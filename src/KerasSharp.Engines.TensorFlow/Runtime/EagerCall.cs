using KerasSharp.Engines.TensorFlow.Native;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>One call of an op or a function: inputs and attributes, then <see cref="Execute"/>.</summary>
internal readonly unsafe ref struct EagerCall : IDisposable
{
    private readonly nint op;
    private readonly CallName name;
    private readonly StatusHandle status = StatusHandle.OfThread;

    /// <summary>Begins a call.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="name">The op or the function.</param>
    /// <param name="device">The device, or null for TensorFlow's choice.</param>
    public EagerCall(EagerContext context, CallName name, string? device)
    {
        this.name = name;
        op = TFE_NewOp(context.Handle, name.Pointer, status);
        status.Check($"a call of {name}");
        if (device is null)
            return;
        TFE_OpSetDevice(op, $"/device:{device}", status);
        if (status.IsError)
            TFE_DeleteOp(op);
        status.Check($"a call of {name} on {device}");
    }

    public void Input(nint handle)
    {
        TFE_OpAddInput(op, handle, status);
        status.Check($"an input of {name}");
    }

    public void Input(EagerHandle handle)
    {
        Input(handle.DangerousGetHandle());
        GC.KeepAlive(handle);
    }

    public void Type(ReadOnlySpan<byte> attribute, DType value)
    {
        fixed (byte* text = attribute)
            TFE_OpSetAttrType(op, text, (int)value);
    }

    public void Text(ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> value)
    {
        fixed (
            byte* text = attribute,
                first = value
        )
            TFE_OpSetAttrString(op, text, first, (nuint)value.Length);
    }

    public void Dims(ReadOnlySpan<byte> attribute, Shape value)
    {
        fixed (byte* text = attribute)
        fixed (long* dims = value.Dims)
            TFE_OpSetAttrShape(op, text, dims, value.Rank, status);
        status.Check($"a shape of {name}");
    }

    /// <summary>Runs it.</summary>
    /// <param name="results">Becomes the handles of the results, which the caller frees.</param>
    /// <exception cref="TensorFlowException">It failed.</exception>
    public void Execute(Span<nint> results)
    {
        int count = results.Length;
        fixed (nint* first = results)
            TFE_Execute(op, first, ref count, status);
        status.Check($"{name}");
    }

    /// <summary>Frees the call.</summary>
    public void Dispose() => TFE_DeleteOp(op);
}

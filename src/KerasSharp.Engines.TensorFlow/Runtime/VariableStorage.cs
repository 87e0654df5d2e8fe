using KerasSharp.Engines.TensorFlow.Native;
using NumSharp;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>A variable as a resource of TensorFlow on a device, for as long as the variable lives.</summary>
internal sealed class VariableStorage
{
    private static readonly Lock Gate = new();
    private static readonly CallName VarHandleOp = new("VarHandleOp");
    private static readonly CallName ReadVariableOp = new("ReadVariableOp");
    private static readonly CallName AssignVariableOp = new("AssignVariableOp");

    private readonly EagerContext context;

    private VariableStorage(EagerContext context, Variable variable)
    {
        this.context = context;
        Span<nint> handle = stackalloc nint[1];
        using var call = new EagerCall(context, VarHandleOp, Device.Current);
        call.Type("dtype\0"u8, variable.DType);
        call.Dims("shape\0"u8, variable.Shape);
        // The name by which TensorFlow knows that the resource is nobody else's and ends with its last handle.
        call.Text("shared_name\0"u8, "cd2c89b7-88b7-44c8-ad83-06c2a9158347"u8);
        call.Execute(handle);
        Handle = new EagerHandle(handle[0]);
    }

    /// <summary>The resource.</summary>
    public EagerHandle Handle { get; }

    /// <summary>True once the first value is there.</summary>
    public bool IsInitialized { get; private set; }

    /// <summary>The storage of a variable, made at first use.</summary>
    public static VariableStorage Of(EagerContext context, Variable variable)
    {
        lock (Gate)
            return (VariableStorage)(variable.Storage ??= new VariableStorage(context, variable));
    }

    /// <summary>Computes the first values of those variables that have none, together.</summary>
    public static void Initialize(EagerContext context, IEnumerable<Variable> variables)
    {
        lock (Gate)
        {
            var missing = variables.Where(variable => !Of(context, variable).IsInitialized).Distinct().ToArray();
            if (missing.Length == 0)
                return;
            using var function = new TensorFlowFunction(
                context,
                [],
                [],
                [.. missing.Select(variable => (variable, variable.InitialValue))]
            );
            function.Call([]);
            foreach (var variable in missing)
                Of(context, variable).IsInitialized = true;
        }
    }

    /// <summary>A host copy.</summary>
    public NDArray Read(Variable variable)
    {
        using var tensor = ReadTensor(variable);
        return HostTensors.ToArray(tensor.DangerousGetHandle());
    }

    /// <summary>The value as a tensor on the host.</summary>
    public TensorHandle ReadTensor(Variable variable)
    {
        Span<nint> value = stackalloc nint[1];
        using var call = new EagerCall(context, ReadVariableOp, null);
        call.Input(Handle);
        call.Type("dtype\0"u8, variable.DType);
        call.Execute(value);
        using var handle = new EagerHandle(value[0]);
        return EagerTensors.ToHost(handle.DangerousGetHandle());
    }

    /// <summary>Sets the value to a copy of an array whose elements are in row order and of the variable's type.</summary>
    public void Write(Variable variable, NDArray elements)
    {
        using var tensor = HostTensors.Copy(variable.DType, elements);
        using var handle = EagerTensors.Of(tensor);
        // Another thread that computes first values must not write its own over this one.
        lock (Gate)
        {
            using var call = new EagerCall(context, AssignVariableOp, null);
            call.Input(Handle);
            call.Input(handle);
            call.Type("dtype\0"u8, variable.DType);
            call.Execute([]);
            IsInitialized = true;
        }
    }
}

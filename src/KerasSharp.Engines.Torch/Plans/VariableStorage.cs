using NumSharp;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>The memory of a variable, for as long as the variable lives.</summary>
internal sealed class VariableStorage
{
    private static readonly Lock Gate = new();
    private readonly Buffer memory;

    private VariableStorage(Variable variable)
    {
        memory = new Buffer(BufferKind.Owned, 0);
        memory.Own(variable.Shape.Size * variable.DType.Size());
    }

    /// <summary>The address, which never changes.</summary>
    public nint Pointer => memory.Pointer;

    /// <summary>True once the first value is there.</summary>
    public bool IsInitialized { get; private set; }

    /// <summary>The storage of a variable, made at first use.</summary>
    public static VariableStorage Of(Variable variable)
    {
        lock (Gate)
            return (VariableStorage)(variable.Storage ??= new VariableStorage(variable));
    }

    /// <summary>Computes the first values of those variables that have none, together.</summary>
    public static void Initialize(IEnumerable<Variable> variables)
    {
        lock (Gate)
        {
            var missing = variables.Where(variable => !Of(variable).IsInitialized).Distinct().ToList();
            if (missing.Count == 0)
                return;
            var request = new PlanRequest([], [], [.. missing.Select(variable => variable.InitialValue)], []);
            using var plan = Planner.Plan(request);
            plan.Run();
            for (int i = 0; i < missing.Count; i++)
                Of(missing[i]).Write(plan.Outputs[i].Pointer, plan.Outputs[i].Bytes);
        }
    }

    /// <summary>A host copy.</summary>
    public NDArray Read(Variable variable) => HostMemory.ToArray(variable.DType, variable.Shape, Pointer);

    /// <summary>Sets the value.</summary>
    public unsafe void Write(nint source, long bytes)
    {
        System.Buffer.MemoryCopy((void*)source, (void*)memory.Pointer, bytes, bytes);
        IsInitialized = true;
    }
}

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Thrown at binding by a kernel that needs a value which only a run gives. The planner then binds the node at each run.</summary>
internal sealed class ValueNeededException : Exception;

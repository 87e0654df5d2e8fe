namespace KerasSharp.Optimizers;

/// <content>The optimizer's variables.</content>
public abstract partial class Optimizer
{
    private const string Average = "average";
    private const string Accumulator = "gradient_accumulator";
    private readonly List<Variable> variables = [];
    private readonly Dictionary<(Variable Variable, string Slot), Variable> slots = [];
    private IReadOnlyList<Variable>? built;

    /// <summary>Iteration, learning rate, then the slots in Keras's order.</summary>
    public IReadOnlyList<Variable> Variables => variables;

    /// <summary>Whether the slots are made.</summary>
    public bool Built => built is not null;

    /// <summary>Makes the slots of variables; once, at the first step at the latest.</summary>
    /// <param name="trainable">The variables that steps will change.</param>
    /// <exception cref="ArgumentException">The options contradict each other, or the optimizer belongs to other variables.</exception>
    public void Build(IReadOnlyList<Variable> trainable)
    {
        if (built is not null)
        {
            if (trainable.FirstOrDefault(variable => !built.Contains(variable)) is { } stranger)
                throw new ArgumentException(
                    $"Optimizer '{Name}' does not know {stranger}: it was built for other variables. Make a new optimizer for the new set of variables."
                );
            return;
        }
        CheckOptions();
        built = [.. trainable];
        if (UseEma)
            AddSlots([(Average, 0)]);
        if (GradientAccumulationSteps is not null)
            AddSlots([(Accumulator, 0)]);
        foreach (var group in SlotGroups)
            AddSlots(group);
        foreach (var variable in ExtraVariables())
        {
            variable.Path = $"{Name}/{variable.Name}";
            variables.Add(variable);
        }
    }

    /// <summary>Makes the variables that belong to no weight; they come after the slots.</summary>
    /// <returns>None, unless a class overrides it.</returns>
    protected virtual IReadOnlyList<Variable> ExtraVariables() => [];

    /// <summary>The variables whose values the averages replace at the end of Fit, and the averages; none without <see cref="UseEma"/>.</summary>
    internal IReadOnlyList<(Variable Variable, Variable Average)> Averages =>
        UseEma && built is not null ? [.. built.Select(variable => (variable, Slot(variable, Average)))] : [];

    /// <summary>The slots with all variables' first ones before all second ones, as Keras kept them until 2.10.</summary>
    internal IReadOnlyList<Variable> SlotsByName =>
        [.. SlotGroups.SelectMany(group => group).SelectMany(slot => (built ?? []).Select(variable => Slot(variable, slot.Name)))];

    /// <summary>The variables that belong to no weight; see <see cref="ExtraVariables"/>.</summary>
    internal IReadOnlyList<Variable> Extras => ExtraVariables();

    /// <summary>A slot of a variable.</summary>
    internal Variable Slot(Variable variable, string name) => slots[(variable, name)];

    private void AddSlots((string Name, double Initial)[] group)
    {
        foreach (var variable in built!)
        foreach (var (name, initial) in group)
        {
            var full = $"{variable.Path.Replace('/', '_')}_{name}";
            var slot = new Variable(full, K.Filled(variable.Shape, initial, variable.DType), trainable: false) { Path = $"{Name}/{full}" };
            slots.Add((variable, name), slot);
            variables.Add(slot);
        }
    }
}

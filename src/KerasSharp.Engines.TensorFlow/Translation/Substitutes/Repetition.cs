using KerasSharp.Graphs;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>An operation again, with other inputs.</summary>
internal static class Repetition
{
    /// <summary>The same op with the same attributes but for some.</summary>
    public static Tensor Of(Operation operation, Tensor[] inputs, params ReadOnlySpan<(string Attribute, object Value)> changes)
    {
        var attributes = new Attributes();
        foreach (var attribute in operation.Definition.Attributes.Where(attribute => attribute.Type != "type"))
            attributes[attribute.Name] = operation.Attributes[attribute.Name];
        foreach (var (attribute, value) in changes)
            attributes[attribute] = value;
        return Operation.Create(operation.Definition, inputs, attributes, operation.Name).Outputs[0];
    }
}

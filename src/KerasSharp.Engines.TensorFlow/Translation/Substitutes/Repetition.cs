using KerasSharp.Graphs;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>A convolution again, with other inputs.</summary>
internal static class Repetition
{
    /// <summary>The same op with the same attributes but for the dilations.</summary>
    public static Tensor Of(Operation operation, Tensor[] inputs, long[] dilations)
    {
        var attributes = new Attributes();
        foreach (var attribute in operation.Definition.Attributes)
            attributes[attribute.Name] = operation.Attributes[attribute.Name];
        attributes["dilations"] = dilations;
        return Operation.Create(operation.Definition, inputs, attributes, operation.Name).Outputs[0];
    }
}

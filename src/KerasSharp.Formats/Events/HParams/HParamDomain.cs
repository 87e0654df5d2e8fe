using Google.Protobuf.WellKnownTypes;
using KerasSharp.Formats.Protobuf.HParams;

namespace KerasSharp.Formats.Events;

/// <summary>The values that a hyperparameter may take.</summary>
public sealed class HParamDomain
{
    private readonly Action<HParamInfo> describe;

    private HParamDomain(Action<HParamInfo> describe) => this.describe = describe;

    /// <summary>All numbers from one to another, both included.</summary>
    /// <exception cref="ArgumentException">The first is greater.</exception>
    public static HParamDomain Interval(double min, double max) =>
        min <= max
            ? new(info =>
            {
                info.Type = DataType.Float64;
                info.DomainInterval = new Interval { MinValue = min, MaxValue = max };
            })
            : throw new ArgumentException($"An interval goes from the lesser to the greater: {min} > {max}.");

    /// <summary>Some numbers.</summary>
    public static HParamDomain Discrete(params double[] values) =>
        Listed(DataType.Float64, values.Order().Select(value => Value.ForNumber(value)));

    /// <summary>Some texts.</summary>
    public static HParamDomain Discrete(params string[] values) =>
        Listed(DataType.String, values.Order(StringComparer.Ordinal).Select(value => Value.ForString(value)));

    /// <summary>Some truth values.</summary>
    public static HParamDomain Discrete(params bool[] values) =>
        Listed(DataType.Bool, values.Order().Select(value => Value.ForBool(value)));

    internal void Describe(HParamInfo info) => describe(info);

    private static HParamDomain Listed(DataType type, IEnumerable<Value> values)
    {
        var list = new ListValue();
        list.Values.AddRange(values);
        return new(info => (info.Type, info.DomainDiscrete) = (type, list));
    }
}

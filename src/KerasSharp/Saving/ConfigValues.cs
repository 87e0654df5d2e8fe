using System.Collections;

namespace KerasSharp.Saving;

/// <summary>Conversions between .NET values and the few types that a <see cref="Config"/> holds.</summary>
internal static class ConfigValues
{
    public static object? Normalize(object? value) =>
        value switch
        {
            null or bool or long or double or string or Config => value,
            int or uint or short or ushort or byte or sbyte => System.Convert.ToInt64(value),
            float single => (double)single,
            DType dtype => dtype.Name(),
            ActivationFunction activation => activation.Serialize(),
            IKerasObject @object => KerasObjects.Serialize(@object),
            Shape shape => shape.Select(dim => (object?)dim).ToList(),
            IEnumerable sequence => sequence.Cast<object?>().Select(Normalize).ToList(),
            _ => throw new NotSupportedException(
                $"A {value.GetType().Name} cannot stand in a config; convert it to a number, a string or a Config."
            ),
        };

    public static T Convert<T>(string key, object value) =>
        (T)(
            Convert(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), value)
            ?? throw new FormatException($"'{key}' is {ConfigJson.Write(value)}; expected a value of type {typeof(T).Name}.")
        );

    private static object? Convert(Type type, object value) =>
        value switch
        {
            _ when type.IsInstanceOfType(value) => value,
            long number when type == typeof(int) => checked((int)number),
            long number when type == typeof(double) => (double)number,
            long number when type == typeof(float) => (float)number,
            long number when type == typeof(int[]) => new[] { checked((int)number) },
            double number when type == typeof(float) => (float)number,
            double number when type == typeof(long) && number == Math.Floor(number) => (long)number,
            double number when type == typeof(int) && number == Math.Floor(number) => (int)number,
            string name when type == typeof(DType) => DTypeExtensions.Parse(name),
            Config tensor when type == typeof(double) => Scalar(tensor),
            List<object?> list when type == typeof(Shape) => ToShape(list),
            List<object?> list when type == typeof(int[]) && list.TrueForAll(item => item is long) => list.Select(item =>
                    checked((int)(long)item!)
                )
                .ToArray(),
            _ => null,
        };

    private static object? Scalar(Config tensor) =>
        tensor["class_name"] is "__numpy__" or "__tensor__" && tensor["config"] is Config { Count: > 0 } inner
            ? inner["value"] switch
            {
                double number => number,
                long number => (double)number,
                _ => null,
            }
            : null;

    private static Shape? ToShape(List<object?> list) =>
        list.TrueForAll(item => item is null or long) ? Shape.Of([.. list.Select(item => (long?)item ?? -1)]) : null;
}

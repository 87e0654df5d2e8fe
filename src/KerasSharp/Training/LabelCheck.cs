using System.Globalization;
using KerasSharp.Losses;
using NumSharp;

namespace KerasSharp;

/// <summary>Refuses class numbers that are not among an output's classes.</summary>
internal static class LabelCheck
{
    /// <exception cref="ArgumentException">A label is out of range; the message says which, where, and how many classes there are.</exception>
    public static void Check(Model model, int index, Loss? loss, NDArray? labels, Tensor output)
    {
        if (loss is not SparseCategoricalCrossentropy sparse || labels is null || !output.Shape.HasRank || output.Shape[-1] <= 0)
            return;
        long classes = output.Shape[-1];
        if (Number(np.amin(labels)) > -1 && Number(np.amax(labels)) < classes)
            return;
        double[] values = labels.astype(np.float64).ravel().ToArray<double>();
        for (int i = 0; i < values.Length; i++)
            if (!(values[i] > -1 && values[i] < classes) && values[i] != sparse.IgnoreClass)
                throw new ArgumentException(
                    $"Model '{model.Name}', output '{model.TargetNames[index]}': label {values[i]} (element {i} of y) is not one of its {classes} classes, 0 to {classes - 1}. Give the last layer a unit for each class, and count labels from 0."
                );
    }

    private static double Number(NDArray scalar) => Convert.ToDouble(scalar.GetAtIndex(0), CultureInfo.InvariantCulture);
}

using System.ComponentModel;
using System.Globalization;

namespace SalesforceImport.Budgeting;

/// <summary>Lets configuration binding read a reserve: the binder asks for a type converter, not for <see cref="IParsable{TSelf}"/>.</summary>
internal sealed class ApiReserveTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? ApiReserve.Parse(text) : base.ConvertFrom(context, culture, value);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner.h"

#include "pz-record-private.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* property ids are 1 + the number of the field */
static void
get_field_property (GObject    *object,
                    guint       property,
                    GValue     *value,
                    GParamSpec *pspec)
{
  PzRecord *self = PZ_RECORD (object);
  guint field = property - 1;

  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    g_value_take_boxed (value, pz_record_dup_set (self, field));
  else if (G_VALUE_HOLDS_DOUBLE (value))
    g_value_set_double (value, pz_record_get_number (self, field));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, pz_record_get_flag (self, field));
  else
    g_value_set_string (value, pz_record_get_text (self, field));
}

static void
set_field_property (GObject      *object,
                    guint         property,
                    const GValue *value,
                    GParamSpec   *pspec)
{
  const char *const none[] = { NULL };
  PzRecord *self = PZ_RECORD (object);
  guint field = property - 1;

  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    pz_record_set_assign (self, field, g_value_get_boxed (value) != NULL ? g_value_get_boxed (value) : none);
  else if (G_VALUE_HOLDS_DOUBLE (value))
    pz_record_set_number (self, field, g_value_get_double (value));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    pz_record_set_flag (self, field, g_value_get_boolean (value));
  else
    pz_record_set_text (self, field, g_value_get_string (value));
}

static GParamSpec *
property_for (const PzField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  if (field->flags & PZ_FIELD_SET)
    return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
  if (field->kind == PZ_FIELD_NUMBER)
    return g_param_spec_double (field->name, NULL, NULL, -DBL_MAX, DBL_MAX, 0, flags);
  if (field->kind == PZ_FIELD_FLAG)
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
}

static void
typed_class_init (gpointer klass,
                  gpointer data)
{
  GObjectClass *object_class = klass;
  PzRecordType type = (PzRecordType) GPOINTER_TO_UINT (data);
  const PzRecordSchema *schema = pz_schema_get_record (type);

  ((PzRecordClass *) klass)->type = type;
  object_class->get_property = get_field_property;
  object_class->set_property = set_field_property;
  for (guint i = 0; i < schema->n_fields; i++)
    g_object_class_install_property (object_class, i + 1, property_for (&schema->fields[i]));
}

/* "check-in" becomes "PzCheckInRecord" for a classroom and "PzCheckIn" for all else: PzClassroom is the folder */
static char *
type_name (PzRecordType type)
{
  g_auto(GStrv) words = g_strsplit (pz_schema_get_record (type)->name, "-", -1);
  GString *name = g_string_new ("Pz");

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_string_append_c (name, g_ascii_toupper (words[i][0]));
      g_string_append (name, words[i] + 1);
    }
  if (type == PZ_RECORD_CLASSROOM)
    g_string_append (name, "Record");
  return g_string_free (name, FALSE);
}

static GType
register_type (PzRecordType type)
{
  g_autofree char *name = type_name (type);
  GTypeQuery query;
  GTypeInfo info = { 0 };

  g_type_query (PZ_TYPE_RECORD, &query);
  info.class_size = (guint16) query.class_size;
  info.instance_size = (guint16) query.instance_size;
  info.class_init = typed_class_init;
  info.class_data = GUINT_TO_POINTER (type);
  return g_type_register_static (PZ_TYPE_RECORD, name, &info, G_TYPE_FLAG_FINAL);
}

/**
 * pz_record_type_get_gtype:
 * @type: a record type
 *
 * Returns: the class of its records, with one property per field of the schema
 */
GType
pz_record_type_get_gtype (PzRecordType type)
{
  static gsize types[PZ_N_RECORD_TYPES];

  g_return_val_if_fail (type < PZ_N_RECORD_TYPES, G_TYPE_INVALID);

  if (g_once_init_enter (&types[type]))
    g_once_init_leave (&types[type], register_type (type));
  return types[type];
}

/**
 * pz_learner_dup_display_name:
 * @self: a learner
 *
 * Returns: (transfer full): the name to show: as they want it, or given name, then family name; never empty
 */
char *
pz_learner_dup_display_name (PzRecord *self)
{
  const char *given, *family;

  g_return_val_if_fail (PZ_IS_RECORD (self), NULL);

  given = pz_record_get_text (self, PZ_LEARNER_PREFERRED_NAME);
  if (given == NULL)
    given = pz_record_get_text (self, PZ_LEARNER_GIVEN_NAME);
  family = pz_record_get_text (self, PZ_LEARNER_FAMILY_NAME);
  if (given != NULL && family != NULL)
    /* Translators: a learner's given name and family name, in the order they are said */
    return g_strdup_printf (C_ ("name", "%1$s %2$s"), given, family);
  if (given != NULL || family != NULL)
    return g_strdup (given != NULL ? given : family);
  /* Translators: shown for a learner who has no name yet */
  return g_strdup (C_ ("name", "No name yet"));
}

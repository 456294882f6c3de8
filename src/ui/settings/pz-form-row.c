/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-form-row.h"

#include "pz-choice-row.h"
#include "pz-date-row.h"
#include "pz-draft-entry.h"
#include "pz-draft-set.h"
#include "pz-draft-text.h"
#include "pz-palette-row.h"

#include <glib/gi18n-lib.h>

static const PzField *
get_field (PzRecord *draft,
           guint     field)
{
  return &pz_schema_get_record (pz_record_get_record_type (draft))->fields[field];
}

static GtkWidget *
make_switch (PzRecord *draft,
             guint     field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pz_field_get_label (get_field (draft, field)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pz_field_get_purpose (get_field (draft, field)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pz_field_get_label (get_field (draft, field)), -1);
  g_object_bind_property (draft, get_field (draft, field)->name, toggle, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return row;
}

/**
 * pz_form_row_new:
 * @draft: the record that is written
 * @field: any field but a reference, which has rows of its own
 *
 * Returns: (transfer floating): the row that shows and changes a field of that kind
 */
GtkWidget *
pz_form_row_new (PzRecord *draft,
                 guint     field)
{
  PzEdit edit = { NULL, draft, field };
  const PzField *schema;
  GtkWidget *row;

  g_return_val_if_fail (PZ_IS_RECORD (draft), NULL);

  schema = get_field (draft, field);
  if (schema->flags & PZ_FIELD_SET)
    return pz_draft_set_new (draft, field);
  if (pz_record_get_record_type (draft) == PZ_RECORD_LEVEL && (field == PZ_LEVEL_COLOUR || field == PZ_LEVEL_ICON))
    return pz_palette_row_new (draft, field);
  switch (schema->kind)
    {
    case PZ_FIELD_LONG_TEXT:
      return pz_draft_text_new (draft, field);
    case PZ_FIELD_DATE:
      return pz_date_row_new (draft, field);
    case PZ_FIELD_FLAG:
      return make_switch (draft, field);
    case PZ_FIELD_CHOICE:
      row = pz_choice_row_new (&edit, C_("choice", "Not said"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pz_field_get_purpose (schema));
      gtk_widget_set_tooltip_text (row, NULL); /* it stands in the row */
      return row;
    case PZ_FIELD_TEXT:
    case PZ_FIELD_NUMBER:
    case PZ_FIELD_REFERENCE:
    default:
      return pz_draft_entry_new (draft, field);
    }
}

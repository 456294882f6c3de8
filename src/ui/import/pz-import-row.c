/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-row.h"

#include "pz-import-words.h"

struct _PzImportRow
{
  GObject parent_instance;

  PzImportRowKind kind;
  char *title;
  char *subtitle;
  const char *icon;
  const char *style;
  PzImportItem *item;  /* borrowed from the plan */
  GPtrArray *children; /* PzImportRow */
  gboolean expanded;
  guint place;
};

G_DEFINE_FINAL_TYPE (PzImportRow, pz_import_row, G_TYPE_OBJECT)

enum { PROP_0, PROP_EXPANDED, PROP_PLACE, N_PROPS };
static GParamSpec *properties[N_PROPS];
static guint item_changed_signal;

static void
pz_import_row_finalize (GObject *object)
{
  PzImportRow *self = PZ_IMPORT_ROW (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_import_row_parent_class)->finalize (object);
}

static void
pz_import_row_get_property (GObject    *object,
                            guint       property,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PzImportRow *self = PZ_IMPORT_ROW (object);

  switch (property)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    case PROP_PLACE:
      g_value_set_uint (value, self->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pz_import_row_class_init (PzImportRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pz_import_row_finalize;
  object_class->get_property = pz_import_row_get_property;
  /* whether the rows of a group show */
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* PzImportPlace, added up */
  properties[PROP_PLACE] = g_param_spec_uint ("place", NULL, NULL, 0, 7, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  item_changed_signal = g_signal_new ("item-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
}

static void
pz_import_row_init (PzImportRow *self)
{
}

/**
 * pz_import_row_new:
 * @kind: not a learner and not a group
 * @title: the row's words
 * @subtitle: (nullable): smaller, below
 *
 * Returns: (transfer full): a row
 */
PzImportRow *
pz_import_row_new (PzImportRowKind  kind,
                   const char      *title,
                   const char      *subtitle)
{
  PzImportRow *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (PZ_TYPE_IMPORT_ROW, NULL);
  self->kind = kind;
  self->title = g_strdup (title);
  self->subtitle = subtitle != NULL && *subtitle != '\0' ? g_strdup (subtitle) : NULL;
  return self;
}

/**
 * pz_import_row_new_learner:
 * @item: a learner of a plan, which outlives the row
 * @with_line: whether to say the line in the file
 *
 * Returns: (transfer full): the learner's row
 */
PzImportRow *
pz_import_row_new_learner (PzImportItem *item,
                           gboolean      with_line)
{
  static const char *const icons[PZ_N_IMPORT_KINDS][2] = {
    [PZ_IMPORT_NEW] = { "list-add-symbolic", "pz-good" },
    [PZ_IMPORT_CHANGED] = { "document-edit-symbolic", "pz-import-updated" },
    [PZ_IMPORT_SAME] = { "object-select-symbolic", "pz-dim" },
    [PZ_IMPORT_BACK] = { "edit-undo-symbolic", "pz-import-updated" },
    [PZ_IMPORT_DELETED] = { "user-trash-symbolic", "pz-dim" },
    [PZ_IMPORT_GONE] = { "list-remove-symbolic", "pz-warning" },
  };
  g_autofree char *changes = NULL;
  PzImportRow *self;

  g_return_val_if_fail (item != NULL, NULL);

  changes = pz_import_words_item (item, with_line);
  self = pz_import_row_new (PZ_IMPORT_ROW_LEARNER, item->name, changes);
  self->item = item;
  pz_import_row_set_icon (self, icons[item->kind][0], icons[item->kind][1]);
  return self;
}

/**
 * pz_import_row_new_group:
 * @title: what the rows have in common
 * @subtitle: (nullable): smaller, below
 * @children: (transfer full) (element-type PzImportRow): the rows, which show when the group is expanded
 *
 * Returns: (transfer full): a group, not expanded
 */
PzImportRow *
pz_import_row_new_group (const char *title,
                         const char *subtitle,
                         GPtrArray  *children)
{
  PzImportRow *self = pz_import_row_new (PZ_IMPORT_ROW_GROUP, title, subtitle);

  self->children = children;
  return self;
}

/**
 * pz_import_row_get_kind:
 * @self: a row
 *
 * Returns: what it is
 */
PzImportRowKind
pz_import_row_get_kind (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), PZ_IMPORT_ROW_NOTE);
  return self->kind;
}

/**
 * pz_import_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none): its words, plain text
 */
const char *
pz_import_row_get_title (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), NULL);
  return self->title;
}

/**
 * pz_import_row_get_subtitle:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the smaller words below
 */
const char *
pz_import_row_get_subtitle (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), NULL);
  return self->subtitle;
}

/**
 * pz_import_row_get_word:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what would happen to the learner
 */
const char *
pz_import_row_get_word (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), NULL);
  return self->item != NULL ? pz_import_words_outcome (self->item) : NULL;
}

/**
 * pz_import_row_get_icon:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): name of its icon
 */
const char *
pz_import_row_get_icon (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), NULL);
  return self->icon;
}

/**
 * pz_import_row_get_style:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the class that colours the icon
 */
const char *
pz_import_row_get_style (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), NULL);
  return self->style;
}

/**
 * pz_import_row_set_icon:
 * @self: a row that is shown nowhere yet
 * @icon: a constant: name of the icon
 * @style: a constant: the class that colours it
 */
void
pz_import_row_set_icon (PzImportRow *self,
                        const char  *icon,
                        const char  *style)
{
  g_return_if_fail (PZ_IS_IMPORT_ROW (self));
  self->icon = icon;
  self->style = style;
}

/**
 * pz_import_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the learner; %NULL: it is no learner's row
 */
PzImportItem *
pz_import_row_get_item (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), NULL);
  return self->item;
}

/**
 * pz_import_row_item_changed:
 * @self: a learner's row
 *
 * Tells who shows the row that the learner was chosen or let go.
 */
void
pz_import_row_item_changed (PzImportRow *self)
{
  g_return_if_fail (PZ_IS_IMPORT_ROW (self));
  g_signal_emit (self, item_changed_signal, 0);
}

/**
 * pz_import_row_get_children:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the rows of a group
 */
GPtrArray *
pz_import_row_get_children (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), NULL);
  return self->children;
}

/**
 * pz_import_row_get_expanded:
 * @self: a row
 *
 * Returns: whether the rows of the group show
 */
gboolean
pz_import_row_get_expanded (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), FALSE);
  return self->expanded;
}

/**
 * pz_import_row_set_expanded:
 * @self: a group
 * @expanded: whether its rows show; who calls this puts them into the list
 */
void
pz_import_row_set_expanded (PzImportRow *self,
                            gboolean     expanded)
{
  g_return_if_fail (PZ_IS_IMPORT_ROW (self));

  if (self->expanded == !!expanded)
    return;
  self->expanded = !!expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

/**
 * pz_import_row_get_place:
 * @self: a row
 *
 * Returns: PzImportPlace, added up
 */
guint
pz_import_row_get_place (PzImportRow *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), 0);
  return self->place;
}

/**
 * pz_import_row_set_place:
 * @self: a row
 * @place: PzImportPlace, added up
 */
void
pz_import_row_set_place (PzImportRow *self,
                         guint        place)
{
  g_return_if_fail (PZ_IS_IMPORT_ROW (self));

  if (self->place == place)
    return;
  self->place = place;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/**
 * pz_import_row_dup_label:
 * @self: a row
 *
 * Returns: (transfer full): all of its words, for a screen reader
 */
char *
pz_import_row_dup_label (PzImportRow *self)
{
  GString *text;

  g_return_val_if_fail (PZ_IS_IMPORT_ROW (self), NULL);

  text = g_string_new (self->title);
  if (self->item != NULL)
    g_string_append_printf (text, ", %s", pz_import_row_get_word (self));
  if (self->subtitle != NULL)
    g_string_append_printf (text, ", %s", self->subtitle);
  return g_string_free (text, FALSE);
}

/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-split.h"

/* Widths are given for text of the usual size, 11 pt at 96 dpi; larger text gets wider panes, up to this factor. */
#define USUAL_TEXT_PX 14.67
#define GREATEST_SCALE 1.4

/**
 * PzSplit:
 *
 * Properties: sidebar and content, the panes at the start and at the end side; sidebar-width and content-width, px for
 * text of the usual size: the width of the sidebar, and the least of the content, below which only one pane is shown;
 * show-content, which one; collapsed (read-only), whether only one is.
 */
struct _PzSplit
{
  GtkWidget parent_instance;

  GtkWidget *sidebar; /* may be NULL */
  GtkWidget *content; /* may be NULL */
  GtkWidget *line;
  int sidebar_width;  /* px for text of the usual size */
  int content_width;
  gboolean show_content;
  gboolean collapsed;
  guint notify_source;
};

enum
{
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_SIDEBAR_WIDTH,
  PROP_CONTENT_WIDTH,
  PROP_SHOW_CONTENT,
  PROP_COLLAPSED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void pz_split_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzSplit, pz_split, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, pz_split_buildable_init))

static double
get_text_scale (PzSplit *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = font != NULL ? pango_font_description_get_size (font) / (double) PANGO_SCALE : 0;

  if (font != NULL && !pango_font_description_get_size_is_absolute (font))
    size = size * pango_cairo_context_get_resolution (context) / 72.0;
  return CLAMP (size / USUAL_TEXT_PX, 1.0, GREATEST_SCALE);
}

/* the least width at which a child is comfortable, in px */
static int
get_pane_width (PzSplit   *self,
                GtkWidget *child,
                int        wanted)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (minimum, (int) (wanted * get_text_scale (self)));
}

static int
get_line_width (PzSplit *self)
{
  int minimum;

  gtk_widget_measure (self->line, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static gboolean
has_room_for_both (PzSplit *self,
                   int      width)
{
  if (self->sidebar == NULL || !gtk_widget_get_visible (self->sidebar))
    return FALSE;
  return width >= get_pane_width (self, self->sidebar, self->sidebar_width) + get_line_width (self)
                    + get_pane_width (self, self->content, self->content_width);
}

static GtkWidget *
get_shown_pane (PzSplit *self)
{
  gboolean has_sidebar = self->sidebar != NULL && gtk_widget_get_visible (self->sidebar);

  if (self->content != NULL && (self->show_content || !has_sidebar))
    return self->content;
  return self->sidebar;
}

static gboolean
notify_collapsed_cb (gpointer user_data)
{
  PzSplit *self = PZ_SPLIT (user_data);

  self->notify_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLLAPSED]);
  return G_SOURCE_REMOVE;
}

/* listeners change the header bars, which must not happen inside an allocation */
static void
set_collapsed (PzSplit  *self,
               gboolean  collapsed)
{
  if (self->collapsed == collapsed)
    return;
  self->collapsed = collapsed;
  if (self->notify_source == 0)
    self->notify_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_collapsed_cb, self, NULL);
}

static void
allocate_pane (PzSplit   *self,
               GtkWidget *child,
               gboolean   shown,
               int        x,
               int        width,
               int        height)
{
  if (child == NULL)
    return;
  gtk_widget_set_child_visible (child, shown);
  if (shown)
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, width, height }, -1);
}

static void
pz_split_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  PzSplit *self = PZ_SPLIT (widget);
  gboolean both = has_room_for_both (self, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *shown = get_shown_pane (self);
  int line = get_line_width (self);
  int side = get_pane_width (self, self->sidebar, self->sidebar_width);

  set_collapsed (self, !both);
  allocate_pane (self, self->line, both, mirrored ? width - side - line : side, line, height);
  if (!both)
    {
      allocate_pane (self, self->sidebar, shown == self->sidebar, 0, width, height);
      allocate_pane (self, self->content, shown == self->content, 0, width, height);
      return;
    }
  allocate_pane (self, self->sidebar, TRUE, mirrored ? width - side : 0, side, height);
  allocate_pane (self, self->content, TRUE, mirrored ? 0 : side + line, width - side - line, height);
}

static void
measure_width (PzSplit *self,
               int     *minimum,
               int     *natural)
{
  int side_min = 0, side_nat = 0, main_min = 0, main_nat = 0;

  if (self->sidebar != NULL)
    gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &side_min, &side_nat, NULL, NULL);
  if (self->content != NULL)
    gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &main_min, &main_nat, NULL, NULL);
  *minimum = MAX (side_min, main_min);
  *natural = MAX (*minimum, get_pane_width (self, self->sidebar, self->sidebar_width) + get_line_width (self)
                              + MAX (main_nat, self->content_width));
}

static void
measure_height (PzSplit *self,
                int      width,
                int     *minimum,
                int     *natural)
{
  GtkWidget *panes[] = { self->sidebar, self->content };
  int widths[] = { width, width };

  /* as wide as the sidebar is beside the content: some of it may need more lines there than without bounds */
  if (self->sidebar != NULL && (width < 0 || has_room_for_both (self, width)))
    {
      widths[0] = get_pane_width (self, self->sidebar, self->sidebar_width);
      widths[1] = width < 0 ? -1 : width - widths[0] - get_line_width (self);
    }
  *minimum = *natural = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      int pane_min, pane_nat;

      if (panes[i] == NULL)
        continue;
      gtk_widget_measure (panes[i], GTK_ORIENTATION_VERTICAL, widths[i], &pane_min, &pane_nat, NULL, NULL);
      *minimum = MAX (*minimum, pane_min);
      *natural = MAX (*natural, pane_nat);
    }
}

static void
pz_split_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (PZ_SPLIT (widget), minimum, natural);
  else
    measure_height (PZ_SPLIT (widget), for_size, minimum, natural);
}

static GtkSizeRequestMode
pz_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pz_split_add_child (GtkBuildable *buildable,
                    GtkBuilder   *builder,
                    GObject      *child,
                    const char   *type)
{
  if (g_strcmp0 (type, "sidebar") == 0)
    pz_split_set_sidebar (PZ_SPLIT (buildable), GTK_WIDGET (child));
  else if (g_strcmp0 (type, "content") == 0)
    pz_split_set_content (PZ_SPLIT (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
pz_split_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = pz_split_add_child;
}

static void
pz_split_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  PzSplit *self = PZ_SPLIT (object);

  switch (id)
    {
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, self->sidebar_width);
      break;
    case PROP_CONTENT_WIDTH:
      g_value_set_int (value, self->content_width);
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, self->show_content);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_width (PzSplit *self,
           int     *place,
           int      width,
           guint    property)
{
  if (*place == width)
    return;
  *place = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

static void
pz_split_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  PzSplit *self = PZ_SPLIT (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      pz_split_set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      pz_split_set_content (self, g_value_get_object (value));
      break;
    case PROP_SIDEBAR_WIDTH:
      set_width (self, &self->sidebar_width, g_value_get_int (value), id);
      break;
    case PROP_CONTENT_WIDTH:
      set_width (self, &self->content_width, g_value_get_int (value), id);
      break;
    case PROP_SHOW_CONTENT:
      pz_split_set_show_content (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pz_split_dispose (GObject *object)
{
  PzSplit *self = PZ_SPLIT (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  G_OBJECT_CLASS (pz_split_parent_class)->dispose (object);
}

static void
pz_split_class_init (PzSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = pz_split_dispose;
  object_class->get_property = pz_split_get_property;
  object_class->set_property = pz_split_set_property;
  widget_class->measure = pz_split_measure;
  widget_class->size_allocate = pz_split_size_allocate;
  widget_class->get_request_mode = pz_split_get_request_mode;
  props[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags & ~G_PARAM_READABLE);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags & ~G_PARAM_READABLE);
  props[PROP_SIDEBAR_WIDTH] = g_param_spec_int ("sidebar-width", NULL, NULL, 0, G_MAXINT, 300, flags);
  props[PROP_CONTENT_WIDTH] = g_param_spec_int ("content-width", NULL, NULL, 0, G_MAXINT, 300, flags);
  props[PROP_SHOW_CONTENT] = g_param_spec_boolean ("show-content", NULL, NULL, FALSE, flags);
  props[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "split");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pz_split_init (PzSplit *self)
{
  self->sidebar_width = 300;
  self->content_width = 300;
  self->line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
}

static void
replace_pane (PzSplit    *self,
              GtkWidget **pane,
              GtkWidget  *child,
              guint       property)
{
  if (*pane == child)
    return;
  g_clear_pointer (pane, gtk_widget_unparent);
  *pane = child;
  if (child != NULL && self->sidebar == child)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->line); /* Tab goes from the sidebar to the content */
  else if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), self->line);
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

/**
 * pz_split_new:
 *
 * Returns: (transfer floating): a split without panes
 */
GtkWidget *
pz_split_new (void)
{
  return g_object_new (PZ_TYPE_SPLIT, NULL);
}

/**
 * pz_split_set_sidebar:
 * @self: the split
 * @sidebar: (nullable) (transfer floating): the pane at the start side; its old one is let go
 */
void
pz_split_set_sidebar (PzSplit   *self,
                      GtkWidget *sidebar)
{
  g_return_if_fail (PZ_IS_SPLIT (self));
  replace_pane (self, &self->sidebar, sidebar, PROP_SIDEBAR);
}

/**
 * pz_split_set_content:
 * @self: the split
 * @content: (nullable) (transfer floating): the pane at the end side; its old one is let go
 */
void
pz_split_set_content (PzSplit   *self,
                      GtkWidget *content)
{
  g_return_if_fail (PZ_IS_SPLIT (self));
  replace_pane (self, &self->content, content, PROP_CONTENT);
}

/**
 * pz_split_get_show_content:
 * @self: the split
 *
 * Returns: whether the content is the pane shown while there is room for one only
 */
gboolean
pz_split_get_show_content (PzSplit *self)
{
  g_return_val_if_fail (PZ_IS_SPLIT (self), FALSE);
  return self->show_content;
}

/**
 * pz_split_set_show_content:
 * @self: the split
 * @show_content: which pane to show while there is room for one only; kept for later while both are shown
 *
 * When the pane that goes away had the keyboard focus, the pane that comes gets it.
 */
void
pz_split_set_show_content (PzSplit  *self,
                           gboolean  show_content)
{
  GtkWidget *focus;
  GtkWidget *shown;

  g_return_if_fail (PZ_IS_SPLIT (self));

  show_content = !!show_content;
  if (self->show_content == show_content)
    return;
  focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  self->show_content = show_content;
  shown = get_shown_pane (self);
  if (self->collapsed && shown != NULL)
    {
      gtk_widget_set_child_visible (shown, TRUE);
      if (focus != NULL && focus != shown)
        gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_CONTENT]);
}

/**
 * pz_split_get_collapsed:
 * @self: the split
 *
 * Returns: whether one pane is shown at a time; known after the first allocation
 */
gboolean
pz_split_get_collapsed (PzSplit *self)
{
  g_return_val_if_fail (PZ_IS_SPLIT (self), FALSE);
  return self->collapsed;
}

/**
 * pz_split_go_back:
 * @self: the split
 *
 * Shows the sidebar again when the content covers it.
 *
 * Returns: whether there was anything to go back to
 */
gboolean
pz_split_go_back (PzSplit *self)
{
  g_return_val_if_fail (PZ_IS_SPLIT (self), FALSE);

  if (!self->collapsed || !self->show_content || self->sidebar == NULL)
    return FALSE;
  pz_split_set_show_content (self, FALSE);
  return TRUE;
}
